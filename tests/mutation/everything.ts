// What speaks for src/verdict and src/interview, in one file, which is loaded once for each mutant.
import '../interview/properties.test.ts'
import '../interview/recorded-answers.test.ts'
import '../verdict/distance.test.ts'
import '../verdict/like-cases.test.ts'
import '../verdict/properties.test.ts'
import '../verdict/scope.test.ts'
