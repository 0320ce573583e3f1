/** What to do about a failed `npm ci`, in words, from what npm and the compiler said. */
export function explainInstall(output) {
  const offline = /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|socket hang up/.test(
    output,
  );
  const compiling = /gyp ERR!|node-gyp|prebuild-install/.test(output);
  if (compiling && /find Python|Could not find any Python/i.test(output)) {
    return 'The database driver better-sqlite3 has to be compiled here, and Python is missing. Install python3, make and a C++ compiler (Debian: apt install build-essential python3).';
  }
  if (
    compiling &&
    /not found: make|spawn make|`make`.*ENOENT|g\+\+: (not found|No such)|g\+\+: command not found|find Visual Studio|No Xcode/i.test(
      output,
    )
  ) {
    return 'The database driver better-sqlite3 has to be compiled here, and the compiler is missing. Install one (Debian: apt install build-essential python3; macOS: xcode-select --install; Windows: Visual Studio Build Tools with C++).';
  }
  if (compiling && offline) {
    return "The database driver better-sqlite3 could neither be fetched ready-made from GitHub nor compiled, because Node's headers could not be fetched from nodejs.org. Give this machine access to either, or point npm_config_nodedir at a folder with include/node.";
  }
  if (compiling)
    return 'The database driver better-sqlite3 could not be compiled; the lines above say why. It needs python3, make and a C++20 compiler.';
  if (offline)
    return 'The npm registry could not be reached. Check the network or the proxy settings (npm config get registry) and run the same command again.';
  if (/E40[134]|ERR_INVALID_AUTH/.test(output))
    return 'The npm registry refused a package. Check which registry is set (npm config get registry) and run the same command again.';
  if (/ENOSPC/.test(output)) return 'The disk is full; about 700 MB are needed.';
  if (/EACCES|EPERM/.test(output)) return 'A file may not be written. Check who owns this folder and node_modules in it.';
  if (/EUSAGE/.test(output)) return 'package.json and package-lock.json do not agree; run npm install once and commit the lock file.';
  return 'The lines above are what npm said.';
}
