/** What is personal: stands in a row of its own that can be redacted, while the opaque id lives on. */
export interface PersonalData {
  nip: string | null;
  name: string;
  birthDate: string | null;
  sex: 'male' | 'female' | null;
  email: string | null;
  phone: string | null;
}

export interface Person extends PersonalData {
  id: string;
  /** Nothing personal is left; the name is empty. */
  redacted: boolean;
}
