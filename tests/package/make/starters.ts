import type { Platform } from './platforms.ts'

/** A file that a person opens: its place in the package, its text, and whether it is run. */
export interface Starter {
  readonly path: string
  readonly text: string
  readonly isRun: boolean
}

/** Studies live among the person's documents: the program's own folder may be read-only and is replaced by the next version. */
const unixStudies = `documents=$HOME/Documents
if command -v xdg-user-dir >/dev/null 2>&1; then documents=$(xdg-user-dir DOCUMENTS); fi
if [ "$documents" = "$HOME" ] || [ "$documents" = "$HOME/" ]; then documents=$HOME/Documents; fi
TOILE_STUDIES=\${TOILE_STUDIES:-$documents/Toile}
mkdir -p "$TOILE_STUDIES" || { echo "toile: $TOILE_STUDIES can't be made; set TOILE_STUDIES to a folder you may write to." >&2; exit 2; }
export TOILE_STUDIES
`

/** Without arguments: the start page. With some: that command, in the folder of the caller. */
const unixStarter = ({ runtime, node }: Platform): string => `#!/bin/sh
# Starts Toile: opened by a double click, the start page; in a terminal, any of its commands.
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
${unixStudies}TOILE_STARTER=$here/toile
export TOILE_STARTER
if [ $# -eq 0 ]; then set -- open; fi
exec "$here/program/node_modules/${runtime}/${node}" "$here/program/toile" "$@"
`

const desktopEntry = `[Desktop Entry]
Type=Application
Name=Toile
Comment=Hyperlink networks, from seed list to map
Comment[fr]=Réseaux d’hyperliens, de la liste de départ à la carte
Exec=sh -c '"$(dirname "$1")/toile"' sh %k
Terminal=true
Categories=Education;Science;
`

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const windowsStarter = ({ runtime, node }: Platform): string =>
  crlf(`@echo off
rem Starts Toile: opened by a double click, the start page; in a terminal, any of its commands.
setlocal
chcp 65001 >nul
if not defined TOILE_STUDIES set "TOILE_STUDIES=%USERPROFILE%\\Documents\\Toile"
if not exist "%TOILE_STUDIES%" mkdir "%TOILE_STUDIES%"
set "TOILE_STARTER=%~f0"
if "%~1"=="" goto open
"%~dp0program\\node_modules\\${runtime}\\${node.replaceAll('/', '\\')}" "%~dp0program\\toile" %*
exit /b %errorlevel%
:open
"%~dp0program\\node_modules\\${runtime}\\${node.replaceAll('/', '\\')}" "%~dp0program\\toile" open
if errorlevel 1 if not errorlevel 130 pause
exit /b %errorlevel%
`)

/** What lies at the top of a package for `platform`, beside its `program` folder. */
export function starters(platform: Platform): readonly Starter[] {
  if (platform.os === 'win32') return [{ path: 'Toile.cmd', text: windowsStarter(platform), isRun: false }]
  const toile = { path: 'toile', text: unixStarter(platform), isRun: true }
  if (platform.os === 'darwin') return [toile, { ...toile, path: 'Toile.command' }]
  return [toile, { path: 'toile.desktop', text: desktopEntry, isRun: true }]
}
