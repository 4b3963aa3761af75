/** A period of the statute. The day of the event that starts it is never counted (Civil Code 253). */
export interface Term {
  readonly unit: 'working-days' | 'calendar-days' | 'months'
  readonly count: number
}
