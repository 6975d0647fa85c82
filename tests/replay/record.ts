import { readNow, record as recordAnswers, recorded as recordedAnswers } from '../interview/recorded-answers.ts'
import { record, recorded, replayed } from './dialogues.ts'

record(recorded().map(replayed))
recordAnswers(recordedAnswers().map(readNow))
