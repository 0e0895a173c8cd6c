import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from './say.js';

/** Something that changes what others see: said when it is done, and every page reads anew. */
export function useDoing<Input, Answer>({
  send,
  told,
  onDone,
}: {
  send: (input: Input) => Promise<Answer>;
  /** What is said of it. */
  told: (answer: Answer) => string;
  onDone: (answer: Answer) => void;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      say(told(answer));
      onDone(answer);
      await queries.invalidateQueries();
    },
  });
}
