import { BullModule, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type { Job, Worker, WorkerOptions } from 'bullmq';
import type { DeliveryBackend } from './backend.js';
import { type Bucket, type EffectsJob, QUEUES } from './queues.js';
import type { DeliveryWork } from './work.js';

export interface ConsumerLimits {
  /** Shelves of deadlines that one process fires side by side. */
  deadlineConcurrency: number;
  /** Batches of effects that one process carries side by side. */
  effectConcurrency: number;
  /** Batches of effects a second over all processes; null for as many as come. */
  effectBatchesPerSecond: number | null;
}

export interface ConsumersNeeds {
  backend: DeliveryBackend;
  work: DeliveryWork;
  limits: ConsumerLimits;
  onError: (error: unknown) => void;
}

/** A job belongs to whoever renews its lock; what a dead process left is taken over after this. */
const LOCK_MS = 30_000;

/** For whoever must stand the deadlines still for a while. */
export const DEADLINES_PROCESSOR = Symbol('deadlines processor');
export interface QueueProcessor {
  readonly worker: Worker;
}

/** Takes jobs off the queues. They stand still until `BullRegistrar.register()`; closing the app finishes what runs. */
@Module({})
export class ConsumersModule {
  static of(needs: ConsumersNeeds): DynamicModule {
    const { backend } = needs;
    return {
      module: ConsumersModule,
      imports: [
        BullModule.forRoot({ connection: backend.consumer, extraOptions: { manualRegistration: true } }),
        // No queue of its own: a consumer does not publish. The call brings the registrar along.
        BullModule.registerQueue(),
      ],
      providers: [deadlinesProcessor(needs), effectsProcessor(needs)],
    };
  }
}

function deadlinesProcessor({ backend, work, limits, onError }: ConsumersNeeds): Provider {
  @Processor(QUEUES.deadlines, optionsOf(backend, limits.deadlineConcurrency))
  class DeadlinesProcessor extends WorkerHost {
    process({ data }: Job<Bucket>): Promise<number> {
      return work.fireBucket(data, () => this.worker.closing !== undefined);
    }

    @OnWorkerEvent('error')
    failed(error: Error): void {
      onError(error);
    }
  }
  return { provide: DEADLINES_PROCESSOR, useClass: DeadlinesProcessor };
}

function effectsProcessor({ backend, work, limits, onError }: ConsumersNeeds): Provider {
  const max = limits.effectBatchesPerSecond;
  const limiter = max === null ? {} : { limiter: { max, duration: 1000 } };
  @Processor(QUEUES.effects, { ...optionsOf(backend, limits.effectConcurrency), ...limiter })
  class EffectsProcessor extends WorkerHost {
    process({ data }: Job<EffectsJob>): Promise<void> {
      return work.carry(data.ids);
    }

    @OnWorkerEvent('error')
    failed(error: Error): void {
      onError(error);
    }
  }
  return EffectsProcessor;
}

function optionsOf({ consumer }: DeliveryBackend, concurrency: number): WorkerOptions {
  return {
    connection: consumer,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS,
    maxStalledCount: 100,
  };
}
