package org.routerlab.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.routerlab.core.RoutingMethod;

/** Finds the routing methods among the compiled classes of a package. */
final class MethodClasses {

  private MethodClasses() {}

  /** The methods in the package of {@code test} or below that are not test classes themselves. */
  static List<Class<?>> beside(Class<?> test) {
    String path = test.getPackageName().replace('.', '/');
    List<Class<?>> found = new ArrayList<>();
    try {
      URI tests = test.getProtectionDomain().getCodeSource().getLocation().toURI();
      for (URL url : Collections.list(test.getClassLoader().getResources(path))) {
        if (url.getProtocol().equals("file")
            && !url.toURI().toString().startsWith(tests.toString())) {
          Path folder = Path.of(url.toURI());
          addMethods(folder, test.getPackageName(), test.getClassLoader(), found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError("class paths are addresses", e);
    }
    return found;
  }

  static void requireRegistered(Class<?> type) {
    boolean registered =
        ServiceLoader.load(RoutingMethod.class).stream()
            .anyMatch(provider -> provider.type() == type);
    if (!registered) {
      throw new AssertionError(
          "add the line '"
              + type.getName()
              + "' to META-INF/services/"
              + RoutingMethod.class.getName());
    }
  }

  private static void addMethods(
      Path folder, String packageName, ClassLoader loader, List<Class<?>> found)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> names =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .map(file -> folder.relativize(file).toString().replaceAll("[/\\\\]", "."))
              .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
              .sorted()
              .toList();
      for (String name : names) {
        Class<?> type = load(name, loader);
        if (RoutingMethod.class.isAssignableFrom(type)
            && !Modifier.isAbstract(type.getModifiers())) {
          found.add(type);
        }
      }
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("cannot load " + name, e);
    }
  }
}
