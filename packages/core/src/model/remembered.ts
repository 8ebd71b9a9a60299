/**
 * A pure function that remembers its answers: for what costs much and is asked again and again, such as the schedules
 * of plans, which are few. It knows a question again if it is the same value, or the same object. It forgets all of its
 * answers when it knows `most`.
 */
export function remembered<Question, Answer>(
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
