import type { INestApplicationContext } from '@nestjs/common';
import { BullRegistrar } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import {
  ConsumersModule,
  type ConsumersNeeds,
  DEADLINES_PROCESSOR,
  type QueueProcessor,
} from './consumers.module.js';

/** The consumers of one process, running. */
export class Consumers {
  private constructor(private readonly context: INestApplicationContext) {}

  static async start(needs: ConsumersNeeds): Promise<Consumers> {
    const context = await NestFactory.createApplicationContext(ConsumersModule.of(needs), {
      logger: false,
      abortOnError: false,
    });
    context.get(BullRegistrar, { strict: false }).register();
    return new Consumers(context);
  }

  /** Finishes the shelves that run and takes up no other, until `work` is through. */
  async withoutDeadlines(work: () => Promise<void>): Promise<void> {
    const { worker } = this.context.get<QueueProcessor>(DEADLINES_PROCESSOR, { strict: false });
    await worker.pause();
    try {
      await work();
    } finally {
      await worker.resume();
    }
  }

  /** Finishes what runs; what is left stays in the queue for others. */
  close(): Promise<void> {
    return this.context.close();
  }
}
