package dev.hookline.ingest;

/** A request that is answered with a problem. */
final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false); // part of every day's work: no stack trace
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
