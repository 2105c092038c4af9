import { readSamples, sampleViews } from '../store/sample.ts'

/* `npm run -s sample`: the sample accounts as one JSON array, from the files alone. */
console.log(JSON.stringify(await sampleViews(await readSamples()), null, 2))
