import { PersonPicker } from '../parts/person-picker.js';
import type { InputProps, Said } from './field-input.js';
import { personOf } from './values.js';

/** Whoever may be named for it, with the participant's superior and present companions. */
export function PersonInput(props: InputProps & Said & { role: 'coach' | 'mentor' }) {
  const { name, draft, journey, error, change, role, label, required } = props;
  return (
    <PersonPicker
      size="md"
      {...{ label, required, error, role }}
      journey={journey.id}
      value={personOf(draft[name])}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  );
}
