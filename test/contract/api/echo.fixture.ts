import { Body, Controller, type DynamicModule, Get, HttpCode, Post } from '@nestjs/common';
import {
  RequestKey,
  May,
  TakesFile,
  TextField,
  Upload,
  type UploadedFile,
} from '../../../apps/api/src/index.js';

class EchoDto {
  @TextField({ max: 100_000 })
  text!: string;
}

/** Counts what really ran, so that a test can tell a repeat from a replay. */
export const runs: string[] = [];

let gate: Promise<void> = Promise.resolve();

/** Holds every slow echo until the answered function is called. */
export function holdSlowEchoes(): () => void {
  let open: () => void = () => undefined;
  gate = new Promise((done) => (open = done));
  return open;
}

@Controller('echo')
class EchoController {
  @Post()
  @May('analysis.reckon')
  echo(@Body() { text }: EchoDto, @RequestKey() key: string) {
    runs.push(text);
    return { text, run: runs.length, key };
  }

  @Post('slow')
  @May('analysis.reckon')
  async slow(@Body() { text }: EchoDto) {
    runs.push(text);
    await gate;
    return { text, run: runs.length };
  }

  @Post('file')
  @May('analysis.reckon')
  @TakesFile()
  @HttpCode(200)
  file(@Upload('file') file: UploadedFile) {
    runs.push(file.name);
    return { name: file.name, size: file.bytes.length, run: runs.length };
  }

  @Post('fail')
  @May('analysis.reckon')
  fail(): never {
    runs.push('fail');
    throw new Error('a secret cause');
  }

  @Get('institute')
  @May('cohort.open')
  institute() {
    return {};
  }
}

class EchoModule {}

/** Routes that stand in for any write of the product. */
export function echoModule(): DynamicModule {
  return { module: EchoModule, controllers: [EchoController] };
}
