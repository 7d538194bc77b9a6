package org.assay.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
    name = "completion",
    description = "Print what a shell needs to complete commands and options.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  assay completion bash > ~/.local/share/bash-completion/completions/assay",
      "  assay completion zsh > ~/.assay-completion; echo 'source ~/.assay-completion' >> ~/.zshrc",
      "",
      "For the shell at hand alone: source <(assay completion bash)"
    })
final class CompletionCommand implements Runnable {
  /** Shells. */
  enum Shell {
    BASH,
    ZSH
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SHELL",
      description = "bash, which is meant when absent, or zsh.")
  private Shell shell = Shell.BASH;

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    if (shell == Shell.ZSH) { // the script is bash's, which zsh reads in this mode
      out.println("autoload -U +X compinit bashcompinit && compinit && bashcompinit");
    }
    out.print(AutoComplete.bash("assay", spec.parent().commandLine()));
  }
}
