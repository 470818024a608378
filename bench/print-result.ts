/** Prints what a measurement came to; what is wrong with its options (a TypeError) is said instead, with exit code 2. */
export async function printResult(measure: () => Promise<string>): Promise<void> {
  try {
    console.log(await measure())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(`${error.message} (--help lists the options)`)
    process.exitCode = 2
  }
}
