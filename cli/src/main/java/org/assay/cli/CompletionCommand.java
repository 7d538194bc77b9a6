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

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell;

  @Override
  public void run() {
    String script = AutoComplete.bash("assay", spec.parent().commandLine());
    var out = spec.commandLine().getOut();
    if (shell == Shell.ZSH) { // the script is bash's, which zsh reads in this mode
      out.println("autoload -U +X compinit && compinit");
      out.println("autoload -U +X bashcompinit && bashcompinit");
    }
    out.print(script);
  }
}
