package org.routerlab.experiments;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The documentation comment of a class, read from its source by the compiler's own parser.
 *
 * @param paragraphs of the description, as Markdown
 * @param parameters the text of each {@code @param}, as Markdown
 */
record SourceDocs(List<String> paragraphs, Map<String, String> parameters) {

  private static final Map<String, String> ENTITIES =
      Map.of("lt", "&lt;", "gt", ">", "amp", "&amp;", "quot", "\"", "nbsp", " ");

  /** The comment of a class whose source lies in one of the modules. */
  static SourceDocs of(Class<?> type) throws IOException {
    Path file = source(type);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
      DocTrees trees = DocTrees.instance(task);
      CompilationUnitTree unit = task.parse().iterator().next();
      DocCommentTree comment = trees.getDocCommentTree(path(unit, type));
      if (comment == null) {
        throw new IllegalStateException(type.getName() + " has no documentation comment");
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree parameter) {
          String text = String.join(" ", paragraphs(parameter.getDescription()));
          parameters.put(parameter.getName().toString(), text);
        }
      }
      return new SourceDocs(paragraphs(comment.getFullBody()), parameters);
    }
  }

  private static Path source(Class<?> type) throws IOException {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    String relative = "src/main/java/" + outer.getName().replace('.', '/') + ".java";
    try (var modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve(relative))
          .filter(Files::isRegularFile)
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no module has " + relative));
    }
  }

  private static TreePath path(CompilationUnitTree unit, Class<?> type) {
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void nothing) {
        if (tree.getSimpleName().contentEquals(type.getSimpleName()) && found[0] == null) {
          found[0] = getCurrentPath();
        }
        return super.visitClass(tree, nothing);
      }
    }.scan(unit, null);
    return found[0];
  }

  private static List<String> paragraphs(List<? extends DocTree> trees) {
    StringBuilder text = new StringBuilder();
    trees.forEach(tree -> text.append(markdown(tree)));
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : text.toString().split("\u0000")) {
      String plain = paragraph.replaceAll("\\s+", " ").strip();
      if (!plain.isEmpty()) {
        paragraphs.add(plain);
      }
    }
    return paragraphs;
  }

  private static String markdown(DocTree tree) {
    if (tree instanceof TextTree text) {
      return text.getBody().replaceAll("([*_|\\[\\]])", "\\\\$1");
    } else if (tree instanceof LiteralTree literal) {
      String body = literal.getBody().getBody().replaceAll("\\s+", " ").strip();
      return literal.getKind() == DocTree.Kind.CODE ? "`" + body.replace("|", "\\|") + "`" : body;
    } else if (tree instanceof LinkTree link) {
      String reference = link.getReference().getSignature();
      String name = reference.replaceFirst("^#", "").replaceFirst("\\(.*", "");
      return link.getLabel().isEmpty()
          ? "`" + name + "`"
          : String.join(" ", paragraphs(link.getLabel()));
    } else if (tree instanceof EntityTree entity) {
      String name = entity.getName().toString();
      return ENTITIES.getOrDefault(name, "&" + name + ";");
    } else if (tree instanceof StartElementTree element) {
      return switch (element.getName().toString()) {
        case "p" -> "\u0000";
        case "code" -> "`";
        case "li" -> "\u0000- ";
        case "em", "i" -> "*";
        case "sub", "sup" -> "<" + element.getName() + ">";
        default -> "";
      };
    } else if (tree instanceof EndElementTree element) {
      return switch (element.getName().toString()) {
        case "code" -> "`";
        case "em", "i" -> "*";
        case "sub", "sup" -> "</" + element.getName() + ">";
        default -> "";
      };
    } else if (tree instanceof ValueTree value) {
      return "`" + value.getReference().getSignature().replaceFirst(".*#", "") + "`";
    }
    return tree.toString();
  }
}
