import type { Definitions } from './definitions.js';
import type { EffectHandler } from './outbox.port.js';
import type { InlineEffects } from './ports.js';

/** Handlers of the effects that leave through the outbox. Filled while the process is put together, checked at boot. */
export class EffectHandlers {
  private readonly handlers = new Map<string, EffectHandler>();

  register(effect: string, handler: EffectHandler): this {
    if (this.handlers.has(effect)) throw new Error(`The effect ${effect} has two handlers.`);
    this.handlers.set(effect, handler);
    return this;
  }

  has(effect: string): boolean {
    return this.handlers.has(effect);
  }

  get(effect: string): EffectHandler {
    const handler = this.handlers.get(effect);
    if (!handler) throw new Error(`The effect ${effect} has no handler.`);
    return handler;
  }

  /** Effects without a handler, handlers without an effect, and effects with one of each kind. */
  faults(definitions: Definitions, inline: InlineEffects): string[] {
    const named = new Set(definitions.all().flatMap(({ effects }) => Object.keys(effects)));
    const handled = [...Object.keys(inline), ...this.handlers.keys()];
    return [
      ...[...named]
        .filter((name) => !handled.includes(name))
        .map((name) => `the effect ${name} has no handler`),
      ...handled.filter((name) => !named.has(name)).map((name) => `the handler ${name} serves no effect`),
      ...Object.keys(inline)
        .filter((name) => this.handlers.has(name))
        .map((name) => `the effect ${name} is handled both in the unit and from the outbox`),
    ];
  }
}
