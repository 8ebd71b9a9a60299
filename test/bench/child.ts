import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Starts a module in a process of its own. */
export function startChild(module: URL, nodeOptions: readonly string[] = []): ChildProcess {
  return fork(module, { execArgv: [...nodeOptions] });
}

/**
 * Sends a child a question and waits for its answer, whose type the child's module names.
 *
 * @throws if it ends without an answer
 */
export function ask<Answer>(child: ChildProcess, question: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      reject(new Error(`a process of the benchmark ended early, with ${String(code)}`));
    };
    child.once('exit', ended).once('message', (answer) => {
      child.off('exit', ended);
      resolve(answer as Answer);
    });
    child.send(question);
  });
}

/** Asks a module in a fresh process, which ends with its answer. */
export async function askOnce<Answer>(module: URL, question: object, nodeOptions?: readonly string[]): Promise<Answer> {
  const child = startChild(module, nodeOptions);
  try {
    return await ask<Answer>(child, question);
  } finally {
    child.kill();
  }
}

/** In a child: answers each question of the parent, which asks by the type that the child's module names. */
export function answerWith(answer: (question: never) => Promise<object> | object): void {
  process.on('message', (question) => {
    void Promise.resolve(answer(question as never)).then((answered) => process.send?.(answered));
  });
}
