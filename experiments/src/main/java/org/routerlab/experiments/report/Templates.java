package org.routerlab.experiments.report;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills the templates beside this class. */
final class Templates {

  private static final Version VERSION = Configuration.VERSION_2_3_34;

  private static final Configuration HTML = configuration();
  private static final Configuration LATEX = latex();

  private Templates() {}

  /**
   * Fills a template; text is escaped by the template's own rules.
   *
   * @param name a file beside this class; {@code .ftlh} escapes for HTML
   * @param model what the template calls {@code page}: a record
   */
  static String fill(String name, Record model) throws IOException {
    StringWriter out = new StringWriter();
    try {
      (name.contains(".tex.") ? LATEX : HTML).getTemplate(name).process(Map.of("page", model), out);
    } catch (TemplateException e) {
      throw new IllegalStateException("template " + name + " does not fit its model", e);
    }
    return out.toString();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(VERSION);
    configuration.setClassForTemplateLoading(Templates.class, "");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setObjectWrapper(new RecordWrapper());
    return configuration;
  }

  /** LaTeX is full of the characters that FreeMarker's usual syntax claims. */
  private static Configuration latex() {
    Configuration configuration = configuration();
    configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    return configuration;
  }

  /** Shows a template the components of records, which need not be public; empty is missing. */
  private static final class RecordWrapper extends DefaultObjectWrapper {

    RecordWrapper() {
      super(VERSION);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      if (value instanceof Optional<?> optional) {
        return optional.isPresent() ? wrap(optional.get()) : null;
      }
      return value instanceof Record each
          ? new SimpleHash(components(each), this)
          : super.wrap(value);
    }

    private static Map<String, Object> components(Record value) {
      Map<String, Object> components = new LinkedHashMap<>();
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        try {
          components.put(component.getName(), component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("cannot read " + component + " of " + value, e);
        }
      }
      return components;
    }
  }
}
