package org.routerlab.experiments.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.logging.LogManager;
import org.routerlab.core.BadDataException;
import org.routerlab.core.embedding.EncoderException;
import org.routerlab.datasets.fetch.FetchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code routerlab}: one verb a task. */
@Command(
    name = "routerlab",
    description = "Trains and compares LLM routers on recorded outcomes.",
    subcommands = {
      RunCommand.class,
      ListCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      CompareCommand.class,
      DiagnoseCommand.class,
      RouteCommand.class,
      EmbedCommand.class,
      DatasetsCommand.class,
      SysInfoCommand.class,
      VersionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 fine, 1 an expectation failed or a result differs, 2 bad usage or bad input, 3 "
          + "a defect of RouterLab.",
      "Start with: routerlab run quickstart"
    })
public final class Main implements Runnable {

  /** An expectation failed, or a stored result differs from its recomputation. */
  static final int DIFFERS = 1;

  /** Bad usage or bad input. */
  static final int BAD_INPUT = 2;

  private static final int DEFECT = 3;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs one verb and exits with its code. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream logging = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(logging);
    }
    PrintWriter out = new PrintWriter(System.out, true);
    System.exit(executeOrExplain(out, new PrintWriter(System.err, true), arguments));
  }

  private static int executeOrExplain(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return execute(out, err, arguments);
    } catch (OutOfMemoryError e) {
      err.println("routerlab: not enough memory; set for instance ROUTERLAB_JAVA_OPTS=-Xmx8g");
      return BAD_INPUT;
    } catch (Error e) {
      err.println("routerlab: a defect of RouterLab, or a library that does not fit this machine:");
      e.printStackTrace(err);
      return DEFECT;
    }
  }

  /** Runs one verb; returns its exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((error, command, parse) -> report(error, command))
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }

  private static int report(Exception error, CommandLine command) {
    String message = inputMistake(error);
    if (message == null) {
      command.getErr().println("routerlab: a defect of RouterLab, please report it:");
      error.printStackTrace(command.getErr());
      return DEFECT;
    }
    command.getErr().println("routerlab: " + message);
    return BAD_INPUT;
  }

  /** One line for a mistake of the user or the environment; null for a defect. */
  private static String inputMistake(Throwable error) {
    if (error instanceof IllegalArgumentException
        || error instanceof BadDataException
        || error instanceof EncoderException
        || error instanceof FetchException) {
      return error.getMessage();
    }
    if (error instanceof UncheckedIOException unchecked) {
      return inputMistake(unchecked.getCause());
    }
    if (error instanceof NoSuchFileException missing) {
      return "no such file: " + missing.getFile() + reason(missing);
    }
    if (error instanceof AccessDeniedException denied) {
      return "no permission: " + denied.getFile();
    }
    if (error instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is in the way: a folder is needed there";
    }
    if (error instanceof IOException io) {
      return "reading or writing failed: " + io.getMessage();
    }
    return null;
  }

  private static String reason(FileSystemException error) {
    return error.getReason() == null ? "" : " (" + error.getReason() + ")";
  }
}
