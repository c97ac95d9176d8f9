#!/bin/sh
# Makes the certificates of the hostile web anew (openssl 3).
set -e
cd "$(dirname "$0")"
sign() { # name, subjectAltName, dates
  openssl req -new -key key.pem -subj "/CN=hostile web, $1" -out csr.tmp
  printf 'subjectAltName=%s\n' "$2" > san.tmp
  openssl x509 -req -in csr.tmp -CA ca.pem -CAkey ca-key.tmp -CAcreateserial -extfile san.tmp -out "$1.pem" $3
}
openssl ecparam -name prime256v1 -genkey -noout -out ca-key.tmp
openssl ecparam -name prime256v1 -genkey -noout -out key.pem
openssl req -x509 -new -key ca-key.tmp -days 36500 -subj '/CN=hostile web, test authority' -out ca.pem
openssl req -x509 -new -key key.pem -days 36500 -subj '/CN=hostile web, self-signed' -addext 'subjectAltName=DNS:self-signed.example' -out self-signed.pem
sign good 'DNS:hostile.example,DNS:robots-usual.example,DNS:localhost,IP:127.0.0.1' '-days 36500'
sign wrong-host 'DNS:elsewhere.invalid' '-days 36500'
sign expired 'DNS:expired.example,IP:127.0.0.1' '-days -1'
rm -f ./*.tmp ./*.srl
