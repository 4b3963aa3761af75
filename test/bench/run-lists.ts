import { measureFlatLists } from './flat-lists'
import { table } from './table'

console.log(table(await measureFlatLists({ reads: 500, publications: 100 })))
