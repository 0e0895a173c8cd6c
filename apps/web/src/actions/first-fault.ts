/** Leads whoever sent a form to the first thing in it that is not right yet, once it is marked. */
export function showFirstFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-error] input, [role="alert"]',
    );
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
