// npm packs what is built, and pre-commit installs from Git: both come here. In a clone `npm start` and `npm test` build by themselves,
// so that `npm ci` has nothing to wait for.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_command: command, npm_config_global: isGlobal } = process.env;
// What these tell would stand in the list of packed files.
const npm = (...args) => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(global|prefix|location)$/i.test(name)));
  execFileSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32', env });
};
if (isGlobal === 'true') {
  // npm hands its -g down to the installation of what the build needs, which then goes elsewhere.
  if (!existsSync('node_modules/esbuild')) npm('ci', '--ignore-scripts', '--include=dev');
  if (!existsSync('dist')) npm('run', '--silent', 'build');
} else if (command === 'pack' || command === 'publish') npm('run', '--silent', 'build');
