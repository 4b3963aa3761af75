import { instantOf } from '../calendar/day'
import { type Crowd, type Members, mostInAnHour } from './crowd'
import type { Group } from './report'

/** A group as an analysis found it, before it is compared with the others. */
export interface Found extends Omit<Group, 'overlaps' | 'targets' | 'cut'> {
  /** Places in the crowd, ascending. */
  readonly members: Members
  /** Of these, the ones that an annulment would be about. */
  readonly targets: Members
}

interface Finding extends Pick<Group, 'kind' | 'level' | 'signs' | 'parts'> {
  readonly members: Members
  /** By default all. */
  readonly targets?: Members
  readonly labels?: readonly string[]
}

/** A group with its size, its stretch of time and its pace. */
export function found(crowd: Crowd, { members, targets = members, labels = [], ...finding }: Finding): Found {
  let [from, to] = [Number.POSITIVE_INFINITY, 0]
  for (const place of members) {
    from = Math.min(from, crowd.times[place]!)
    to = Math.max(to, crowd.times[place]!)
  }
  return {
    ...finding,
    members,
    targets,
    labels: [...labels],
    size: members.length,
    from: instantOf(from),
    to: instantOf(to),
    hourly: mostInAnHour(crowd, members),
  }
}
