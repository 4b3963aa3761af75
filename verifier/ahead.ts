/**
 * Runs jobs a few at a time and gives their results in order, so that a long log is read with bounded memory.
 * A job that fails ends the run where its turn comes.
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  job: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = []
  for (const item of items) {
    const started = job(item)
    // Its rejection is met when its turn comes; until then it must not count as unhandled.
    started.catch(() => {})
    running.push(started)
    if (running.length >= atOnce) yield await running.shift()!
  }
  while (running.length > 0) yield await running.shift()!
}
