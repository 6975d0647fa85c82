/** As much of the standard's JavaScript interface as is used here. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number })
    readonly buffer: ArrayBuffer
  }
  class Module {
    constructor(code: Uint8Array)
  }
  class Instance {
    constructor(code: Module, imports: Readonly<Record<string, Readonly<Record<string, Memory | number>>>>)
    readonly exports: Readonly<Record<string, unknown>>
  }
}
