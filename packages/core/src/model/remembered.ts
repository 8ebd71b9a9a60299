/**
 * A pure function that remembers its answers: for what costs much and is asked again and again, such as the schedules
 * of plans, which are few. It forgets them all when it knows `most`.
 */
export function remembered<Question extends string | number, Answer>(
  answer: (question: Question) => Answer,
  most = 1000,
): (question: Question) => Answer {
  const known = new Map<Question, { readonly answer: Answer }>();
  return (question) => {
    const last = known.get(question);
    if (last !== undefined) return last.answer;
    if (known.size >= most) known.clear();
    const made = answer(question);
    known.set(question, { answer: made });
    return made;
  };
}
