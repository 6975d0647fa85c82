/** What is answered within so many milliseconds; `otherwise` where it fails or takes longer. Never rejects. */
export async function soon<T, U>(asked: () => Promise<T> | T, otherwise: U, milliseconds = 5_000): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(resolve, milliseconds, otherwise)
  })
  try {
    return await Promise.race([asked(), late])
  } catch {
    return otherwise
  } finally {
    clearTimeout(timer)
  }
}
