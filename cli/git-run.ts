import { spawn } from 'node:child_process';

/**
 * A repository that somebody else made brings its own `.git/config`, and Git does what stands there: settings name commands for fetching what a
 * partial clone lacks, for watching files, for asking for passwords. None of it is needed to read what lies in the store.
 */
const withoutForeignSettings = [
  '--no-pager',
  '-c',
  'protocol.allow=never',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.sshCommand=false',
  '-c',
  'core.askPass=',
  '-c',
  'credential.helper=',
  '-c',
  'safe.bareRepository=explicit',
];

/** No transport is allowed, whatever a configuration says of single ones; nothing that is missing is fetched; nobody is asked. */
const quiet = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS: '',
};

/** Runs git without a shell, only to read what the repository holds; undefined where it fails, which `failed` may tell of. */
export function git(args: readonly string[], failed: (reason: string) => void = () => undefined): Promise<Buffer | undefined> {
  return new Promise<Buffer | string>((resolve, reject) => {
    const child = spawn('git', [...withoutForeignSettings, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quiet },
    });
    const chunks: Buffer[] = [];
    let reason = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (reason += text));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve('it is not installed');
      else reject(error);
    });
    child.on('close', (code) => {
      resolve(code === 0 ? Buffer.concat(chunks) : reason);
    });
  }).then((answer) => {
    if (typeof answer !== 'string') return answer;
    failed(answer);
    return undefined;
  });
}
