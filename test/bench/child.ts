import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** Starts a module of this folder in a process of its own. */
export function startChild(module: string, nodeOptions: readonly string[] = []): ChildProcess {
  return fork(new URL(module, import.meta.url), { execArgv: [...nodeOptions] });
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

/** In a child: answers each question of the parent, which asks by the type that the child's module names. */
export function answerWith(answer: (question: never) => Promise<object>): void {
  process.on('message', (question) => {
    void answer(question as never).then((answered) => process.send?.(answered));
  });
}
