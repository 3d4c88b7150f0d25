// Two parts of VS Code are C++ and arrive without their binaries, because no install script of the packages is run.
// VS Code works without them, but prints a stack for every log that it opens; these stand-ins do the little that is needed.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Appends lines to log files, so that a failed run leaves VS Code's own logs behind to read. */
const spdlog = `'use strict';
const fs = require('node:fs');
const path = require('node:path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
let lowest = levels.indexOf('info');

class Logger {
  constructor(name, file) {
    this.name = name;
    this.file = file;
    this.isPlain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() { return lowest; }
  setLevel(level) { lowest = level; }
  setPattern(pattern) { this.isPlain = pattern === '%v'; }
  clearFormatters() { this.isPlain = true; }
  flush() {}
  flushAsync() {}
  drop() {}
}
levels.forEach((level, index) => {
  Logger.prototype[level] = function (message) {
    if (index < lowest) return;
    const head = this.isPlain ? '' : new Date().toISOString() + ' [' + level + '] ';
    try {
      fs.appendFileSync(this.file, head + message + '\\n');
    } catch {
      // The folder goes away while VS Code is being stopped.
    }
  };
});

const open = async (name, file) => new Logger(name, file);
// One by one: VS Code imports these by name, and Node sees the names of a CommonJS module only so.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = open;
exports.createAsyncRotatingLogger = open;
exports.setLevel = (level) => { lowest = level; };
exports.setFlushOn = () => {};
exports.shutdown = () => {};
`;

/** Ends the extension host when the server is gone, as the real one does. */
const watchdog = `'use strict';
exports.start = (server) => {
  const look = () => {
    try {
      process.kill(server, 0);
    } catch {
      process.exit(1);
    }
  };
  setInterval(look, 3000).unref();
};
`;

/** Puts the stand-ins where the binaries are missing. */
export function placeStandIns(vscodeFolder) {
  place(vscodeFolder, 'spdlog', 'spdlog.node', spdlog);
  place(vscodeFolder, 'native-watchdog', 'watchdog.node', watchdog);
}

function place(vscodeFolder, name, binary, text) {
  const folder = path.join(vscodeFolder, 'node_modules', '@vscode', name);
  if (existsSync(folder) && !existsSync(path.join(folder, 'build', 'Release', binary))) writeFileSync(path.join(folder, 'index.js'), text);
}
