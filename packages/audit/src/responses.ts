import { DAY, groupBy, matchesWildcard } from '@backproof/core';
import type { AuditException } from './audit.js';
import { day } from './days.js';
import { isUnapproved } from './figures.js';
import type { AuditedResponses, ExceptionResponse } from './response.js';

/** Returns the ids of the responses to an exception, in the order of the register. */
export function responsesTo(
  responses: readonly ExceptionResponse[],
): (exception: Pick<AuditException, 'ruleId' | 'arn' | 'opened'>) => readonly string[] {
  const byRule = groupBy(responses, ({ rule }) => rule);
  return (exception) =>
    (byRule.get(exception.ruleId) ?? [])
      .filter(
        ({ resources, opened }) =>
          (opened === undefined || opened === day(exception.opened.at)) &&
          resources.some((pattern) => matchesWildcard(pattern, exception.arn)),
      )
      .map(({ id }) => id);
}

/** The register of responses, with the exceptions that each answers. @param end the time of the last run of the period */
export function auditedResponses(
  exceptions: readonly AuditException[],
  responses: readonly ExceptionResponse[],
  end: string | undefined,
): AuditedResponses {
  return {
    register: responses.map((response) => {
      const answered = exceptions.filter(({ responses: ids }) => ids.includes(response.id));
      const isPast = end !== undefined && Date.parse(response.due) + DAY <= Date.parse(end);
      const overdue = isPast && answered.some(({ closed }) => closed === undefined);
      return { ...response, exceptions: answered.length, overdue };
    }),
    unanswered: exceptions.filter((exception) => isUnapproved(exception) && exception.responses.length === 0).length,
  };
}
