#!/bin/bash
# A crawl by shares on a few machines with GNU parallel. Run by us: npm run test:cluster, with HOSTS=: (this machine); over ssh: not run.
#   HOSTS=ada,bea,cleo docs/cluster/parallel.sh
# Each machine has this folder under the same path (a shared one), ssh without a password, and Node.js.
set -u
SHARES=${SHARES:-8}
# As parallel's --sshlogin takes them; ':' is this machine.
HOSTS=${HOSTS:-:}
# Tasks at a time on each.
JOBS=${JOBS:-2}
SEEDS=${SEEDS:-seeds/data-strategists.csv}
CONTACT=${CONTACT:-you@example.org}
PARTS=${PARTS:-data/corpora/parts}
LOCAL=${LOCAL:-/tmp/toile-shares}
OPTIONS=${OPTIONS:-}

mkdir -p "$PARTS"
# A task that fails or whose machine is lost is begun again, up to five times, and goes on from its copy.
seq 0 $((SHARES - 1)) | parallel --will-cite --sshlogin "$HOSTS" --jobs "$JOBS" --retries 5 --joblog "$PARTS/jobs.log" --workdir "$PWD" --line-buffer --tag \
  "mkdir -p $LOCAL && ./toile crawl $SEEDS --contact $CONTACT --shard {}/$SHARES --corpus $LOCAL/{}.sqlite --copy-to $PARTS/{}.sqlite $OPTIONS"
