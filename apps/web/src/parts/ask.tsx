import { useState, type ReactNode } from 'react';
import { FormDialog } from './dialog-form.js';
import { ReasonInput } from './reason-input.js';
import { useDoing } from './use-doing.js';

export interface Question {
  title: string;
  /** What a person writes with it; without a label nothing is asked for. */
  label?: string;
  about?: string;
  isRequired?: boolean;
  confirm: string;
  isHarmful?: boolean;
}

/** Asks before something is done to people, and why; what was typed stays until it is done. */
export function Ask(props: {
  question: Question;
  children?: ReactNode;
  isPending: boolean;
  error: Error | null;
  isBarred?: boolean;
  onClose: () => void;
  onConfirm: (text: string) => void;
}) {
  const { question, onConfirm, isBarred, ...form } = props;
  const [text, setText] = useState('');
  const isMissing = question.isRequired === true && text.trim() === '';
  return (
    <FormDialog
      {...form}
      title={question.title}
      size="lg"
      confirm={question.confirm}
      isHarmful={question.isHarmful}
      isBarred={isMissing || isBarred === true}
      onSubmit={() => onConfirm(text.trim())}
    >
      {props.children}
      {question.label !== undefined && (
        <ReasonInput
          label={question.label}
          about={question.about}
          isOptional={question.isRequired !== true}
          value={text}
          onChange={setText}
        />
      )}
    </FormDialog>
  );
}

/** Asks, does it with the reason that was given, says so and closes; a refusal stands beside the question. */
export function AskAndDo<Answer>(props: {
  question: Question;
  children?: ReactNode;
  send: (reason: string) => Promise<Answer>;
  /** What is said of it. */
  told: (answer: Answer) => string;
  onClose: () => void;
  /** Where it leads once it is done, unless back to the page. */
  onDone?: (() => void) | undefined;
}) {
  const { question, children, send, told, onClose, onDone = onClose } = props;
  const doing = useDoing({ send, told, onDone });
  return (
    <Ask
      question={question}
      isPending={doing.isPending}
      error={doing.error}
      onClose={onClose}
      onConfirm={(reason) => doing.mutate(reason)}
    >
      {children}
    </Ask>
  );
}
