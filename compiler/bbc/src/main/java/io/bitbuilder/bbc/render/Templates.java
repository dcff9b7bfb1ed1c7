package io.bitbuilder.bbc.render;

import io.bitbuilder.core.fault.InternalFault;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader;
import org.apache.velocity.util.introspection.SecureUberspector;

/**
 * Templates of {@code stdlib/templates}, from the class path only, parsed once. References are strict: an unknown name
 * is an error and not a line with a dollar sign. Templates reach no class loader and no methods of the views except
 * getters; strings are never evaluated.
 */
final class Templates {
    private static final String FOLDER = "stdlib/templates/";
    private static final String MAX_LOOPS = "100000";

    private final VelocityEngine engine;
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    Templates() {
        Properties settings = new Properties();
        settings.setProperty(RuntimeConstants.RESOURCE_LOADERS, "class");
        settings.setProperty("resource.loader.class.class", ClasspathResourceLoader.class.getName());
        settings.setProperty("resource.loader.class.cache", "true");
        settings.setProperty(RuntimeConstants.UBERSPECT_CLASSNAME, SecureUberspector.class.getName());
        settings.setProperty(RuntimeConstants.RUNTIME_REFERENCES_STRICT, "true");
        settings.setProperty(RuntimeConstants.MAX_NUMBER_LOOPS, MAX_LOOPS);
        settings.setProperty(RuntimeConstants.INPUT_ENCODING, "UTF-8");
        settings.setProperty(RuntimeConstants.VM_LIBRARY, "");
        this.engine = new VelocityEngine(settings);
    }

    /** Returns the string that a template renders from a context. */
    String merge(String name, Map<String, Object> context) {
        StringWriter out = new StringWriter(1024);
        try {
            parsed.computeIfAbsent(name, n -> engine.getTemplate(FOLDER + n + ".vm"))
                    .merge(new VelocityContext(new HashMap<>(context)), out);
        } catch (VelocityException e) {
            throw new InternalFault("cannot render the template " + name, e);
        }
        return out.toString();
    }
}
