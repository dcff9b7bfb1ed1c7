package io.bitbuilder.bbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies between packages go one way, a type name has one owner, and dangerous calls stay in one class each. */
class ArchitectureTest {
    private static final String ROOT = "io.bitbuilder";
    private static final String BBC = ROOT + ".bbc";
    private static final String GENERATED = BBC + ".grammar";

    private static JavaClasses classes;
    private static PackageMap map;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(ROOT)
                .that(DescribedPredicate.describe("are written by hand", (JavaClass c) -> !isGenerated(c)));
        map = PackageMap.read();
    }

    @Test
    void theMapNamesEveryPackage() {
        assertEquals(new TreeSet<>(packages()), new TreeSet<>(map.order()));
    }

    @Test
    void packagesUseOnlyThoseAboveThemInTheMap() {
        List<String> order = map.order();
        for (int i = 0; i < order.size() - 1; i++) {
            List<String> later = order.subList(i + 1, order.size());
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + order.get(i))
                    .should()
                    .dependOnClassesThat(in(later::contains))
                    .check(classes);
        }
    }

    @Test
    void theMapShowsTheArrows() {
        Map<String, TreeSet<String>> arrows = new TreeMap<>();
        packages().forEach(p -> arrows.put(p, new TreeSet<>()));
        for (JavaClass from : classes) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(to -> to.getPackageName().startsWith(ROOT + ".") && !isGenerated(to))
                    .map(ArchitectureTest::packageOf)
                    .filter(to -> !to.equals(packageOf(from)))
                    .forEach(arrows.get(packageOf(from))::add);
        }
        map.checkArrows(arrows);
    }

    @Test
    void aTypeNameHasOneOwner() {
        Map<String, List<String>> owners = classes.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(ArchitectureTest::packageOf, Collectors.toList())));
        owners.values().removeIf(packages -> packages.size() == 1);
        assertEquals(Map.of(), owners);
    }

    @Test
    void noClassStartsProcessesOpensTheNetworkOrReadsObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.ProcessBuilder|java\\.net\\.(InetAddress|Socket|URLConnection)"
                        + "|javax\\.script\\..*|java\\.io\\.ObjectInputStream")
                .check(classes);
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(classes);
    }

    @Test
    void theEnvironmentIsReadInOneClassForPeopleAndOneForGit() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.cli\\.Environment|.*\\.git\\..*Reader.*|.*\\.git\\.HookRepo.*")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .check(classes);
    }

    @Test
    void librariesStayInTheirPackages() {
        only("org.antlr..", BBC + ".syntax");
        only("org.eclipse.jgit..", BBC + ".git", BBC + ".plan");
        only("com.fasterxml.jackson..", BBC + ".metadata", BBC + ".render", BBC + ".plan", BBC + ".explain");
        only("org.snakeyaml..", BBC + ".imports");
        only("org.apache.velocity..", BBC + ".render");
        only("picocli..", BBC + ".cli");
        only("org.eclipse.lsp4j..", BBC + ".lsp");
        only("com.google.gson..", BBC + ".lsp");
    }

    private static void only(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(classes);
    }

    @Test
    void packagesDescribeTheirInputAndOutput() {
        for (JavaPackage p : classes.getPackage(ROOT).getSubpackagesInTree()) {
            if (!p.getClasses().isEmpty() && !p.getName().equals(GENERATED)) {
                assertTrue(p.tryGetPackageInfo().isPresent(), p.getName() + " has no package-info.java");
            }
        }
    }

    private static List<String> packages() {
        return classes.stream()
                .map(ArchitectureTest::packageOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static DescribedPredicate<JavaClass> in(Predicate<String> packages) {
        return DescribedPredicate.describe(
                "are in a package below in the map",
                c -> c.getPackageName().startsWith(ROOT + ".") && packages.test(packageOf(c)));
    }

    private static String packageOf(JavaClass c) {
        return c.getPackageName().substring(ROOT.length() + 1);
    }

    private static boolean isGenerated(JavaClass c) {
        return c.getPackageName().startsWith(GENERATED);
    }
}
