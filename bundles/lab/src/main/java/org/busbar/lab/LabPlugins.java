package org.busbar.lab;

import java.io.File;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.busbar.api.event.Journal;
import org.busbar.api.experiment.Orchestrator;
import org.busbar.api.lab.Plugin;
import org.busbar.api.lab.PluginPreview;
import org.busbar.api.lab.PluginShelf;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** The plug-ins of the lab, whether they are dropped into its folder or put in by a person or program. */
@Component(service = {ArtifactInstaller.class, PluginShelf.class})
public final class LabPlugins implements ArtifactInstaller, PluginShelf {

    private final LabFolder lab;
    private final PluginList list;
    private final PluginFiles files;
    private final PluginShelf shelf;

    @Activate
    public LabPlugins(
            BundleContext context,
            @Reference LabFolder lab,
            @Reference Journal journal,
            @Reference Orchestrator orchestrator,
            @Reference ServiceComponentRuntime components) {
        this(
                context,
                lab,
                journal,
                orchestrator,
                new Bundles(context, new ComponentFaults(context, components)),
                PluginSwap.ARRIVAL);
    }

    LabPlugins(
            BundleContext context,
            LabFolder lab,
            Journal journal,
            Orchestrator orchestrator,
            Bundles bundles,
            Duration arrival) {
        this.lab = lab;
        Path data = lab.root().resolve("data/plugins");
        PluginHistory history = PluginHistory.read(
                data.resolve("versions.json"), reason -> lab.fault("data/plugins/versions.json", reason));
        TrustedCertificates trusted = new TrustedCertificates(lab.root().resolve("trusted"), this::tell);
        PluginStore store = new PluginStore(data, history, new SignatureCheck(trusted::all, LabPlugins::authorities));
        store.sweep(Set.of());
        DroppedJars dropped = new DroppedJars();
        PluginFolder folder = new PluginFolder(lab, dropped);
        list = new PluginList(context, lab, store, dropped);
        PluginWork work = new PluginWork(
                list, history, bundles, new PluginSwap(context, bundles, orchestrator, arrival), journal);
        Admission admission = new Admission(new SignatureRule(lab.root().resolve("plugins.json")), list);
        NamedLocks locks = new NamedLocks();
        files = new PluginFiles(lab, store, dropped, list, work, admission, locks);
        shelf = new FolderShelf(
                folder, store, dropped, list, work, admission, new PluginImpact(orchestrator), locks, journal);
        list.open();
    }

    private void tell(String file, String reason) {
        if (reason.isEmpty()) {
            lab.mended(file);
        } else {
            lab.fault(file, reason);
        }
    }

    /** The authorities that this Java trusts: they certify the services that give timestamps. */
    private static Set<X509Certificate> authorities() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .collect(Collectors.toSet());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities that this Java trusts cannot be read", e);
        }
    }

    @Override
    public boolean canHandle(File file) {
        return lab.holds("plugins", ".jar", file);
    }

    @Override
    public void install(File file) {
        files.come(file);
    }

    @Override
    public void update(File file) {
        files.come(file);
    }

    @Override
    public void uninstall(File file) {
        files.gone(file);
    }

    @Override
    public PluginPreview preview(Path jar) {
        return shelf.preview(jar);
    }

    @Override
    public Plugin install(Path jar, String by) throws InterruptedException {
        return shelf.install(jar, by);
    }

    @Override
    public Plugin rollback(String bundle, String by) throws InterruptedException {
        return shelf.rollback(bundle, by);
    }

    @Override
    public void remove(String bundle, String by) throws InterruptedException {
        shelf.remove(bundle, by);
    }

    @Override
    public List<Version> versions(String bundle) {
        return shelf.versions(bundle);
    }

    @Deactivate
    public void close() {
        list.close();
        files.close();
    }
}
