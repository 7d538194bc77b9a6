# Asks Assay from R: starts "assay batch", sends requests, reads answers.
#
#   assay <- assay_start()
#   assay_ask(assay, "interval", list(errors = 3, checked = 40), list(method = "clopperPearson"))
#   assay_stop(assay)
#
# One file; needs jsonlite and R 3.6 or newer. The operations and their fields are those of "assay schema".
# Vectors of length one are sent as numbers and texts; I(x) keeps a list of one.

# A place for requests and answers; `command` is the program, from the environment variable ASSAY if that is set.
assay_start <- function(command = Sys.getenv("ASSAY", "assay")) {
  list(command = command, folder = tempfile("assay"))
}

# The result of one operation. A request that is refused stops with a condition of class "assay_error", which has the
# message, the field that is wrong and its kind (NOT_JSON, SHAPE, INVALID or DEFECT).
assay_ask <- function(assay, op, input = NULL, params = NULL) {
  assay_ask_all(assay, list(list(op = op, input = input, params = params)))[[1]]
}

# The results of many operations, answered by one run of the program.
assay_ask_all <- function(assay, requests) {
  dir.create(assay$folder, showWarnings = FALSE)
  questions <- file.path(assay$folder, "requests.jsonl")
  lines <- vapply(seq_along(requests), function(i) {
    request <- Filter(Negate(is.null), c(list(id = i), requests[[i]]))
    as.character(jsonlite::toJSON(request, auto_unbox = TRUE, digits = NA, null = "null"))
  }, "")
  writeLines(enc2utf8(lines), questions, useBytes = TRUE)
  answers <- suppressWarnings(system2(assay$command, c("batch", shQuote(questions)), stdout = TRUE))
  if (length(answers) != length(requests)) {
    assay_fail(paste("assay answered", length(answers), "of", length(requests), "requests"), NULL, NULL)
  }
  lapply(answers, function(line) {
    answer <- jsonlite::fromJSON(line)
    if (!is.null(answer$error)) {
      assay_fail(answer$error$message, answer$error$field, answer$error$kind)
    }
    answer$result
  })
}

assay_fail <- function(message, field, kind) {
  text <- if (is.null(field)) message else paste0(field, ": ", message)
  stop(structure(
    class = c("assay_error", "error", "condition"),
    list(message = text, call = NULL, field = field, kind = kind)
  ))
}

# Removes the files of the requests.
assay_stop <- function(assay) {
  unlink(assay$folder, recursive = TRUE)
  invisible(NULL)
}
