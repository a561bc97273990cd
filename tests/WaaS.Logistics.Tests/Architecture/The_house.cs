using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WaaS.Logistics.Tests.Architecture;

public sealed partial class The_house
{
    private static readonly string[] Services = ["Rentals", "Returns", "Sanitization", "Refurbishment", "Resale", "Custody"];
    private static readonly string[] Libraries = ["Scanning", "Erasure", "Proof", "Documents", "Pictures", "Labels", "Sayings"];

    [Fact]
    public void No_service_knows_another()
    {
        foreach (var service in Services)
            Assert.Empty(References(service).Intersect(Services));
    }

    [Fact]
    public void Libraries_know_nothing_of_ours_but_documents_knows_proof_pictures_knows_scanning_and_labels_are_made_of_the_three()
    {
        foreach (var library in Libraries)
            Assert.Equal(library switch { "Documents" => ["Proof"], "Pictures" => ["Scanning"], "Labels" => ["Documents", "Pictures", "Scanning"], _ => [] }, References(library));
        Assert.Empty(References("Messages"));
        Assert.Empty(References("Platform"));
    }

    [Fact]
    public void Libraries_know_neither_database_nor_bus_nor_web()
    {
        foreach (var library in Libraries.Append("Messages"))
            Assert.DoesNotMatch(FrameworkNames(), string.Join('\n', Source.Code(library).Select(File.ReadAllText)));
    }

    [Fact]
    public void The_script_engine_is_named_in_one_project_that_no_service_refers_to()
    {
        string[] others = ["Platform", "Host", "Messages", "Station", .. Services, .. Libraries];
        foreach (var project in others.Where(project => project != "Pictures"))
            Assert.DoesNotContain(Source.Code(project), file => File.ReadAllText(file).Contains("ClearScript", StringComparison.Ordinal));
        foreach (var service in Services.Append("Station"))
            Assert.DoesNotContain("Pictures", References(service));
    }

    [Fact]
    public void Services_draw_symbols_and_only_the_host_reads_pictures()
    {
        string[] others = ["Platform", "Messages", "Station", .. Services, .. Libraries];
        foreach (var project in others.Where(project => project != "Pictures"))
            Assert.DoesNotContain(Source.Code(project), file => PictureReading().IsMatch(File.ReadAllText(file)));
        Assert.Contains(Source.Code("Host"), file => PictureReading().IsMatch(File.ReadAllText(file)));
    }

    [Fact]
    public void The_lock_of_scripts_names_no_registry()
    {
        var locked = File.ReadAllText(Path.Combine(Source.Root, "src/WaaS.Logistics.Pictures/package-lock.json"));
        Assert.DoesNotContain("\"resolved\"", locked);
        Assert.Contains("\"integrity\"", locked);
    }

    [Fact]
    public void Messages_are_records_without_any_package()
    {
        Assert.Empty(Packages("Messages"));
        Assert.All(Source.Code("Messages"), file => Assert.Contains("public sealed record", File.ReadAllText(file)));
    }

    [Fact]
    public void The_bus_is_named_only_where_messages_are_handled() =>
        Assert.Empty(Naming(MassTransitUsing(), file => file.Contains("/WaaS.Logistics.Platform/Messaging/") || file.EndsWith("Consumer.cs", StringComparison.Ordinal)
            // The registration of consumers and the health check speak the bus's own types.
            || file.EndsWith("Platform/Services/ServiceBuilder.cs", StringComparison.Ordinal) || file.EndsWith("Health.cs", StringComparison.Ordinal)));

    [Fact]
    public void Only_storage_says_which_database_is_used() =>
        Assert.Empty(Naming(ProviderCall(), file => file.EndsWith("/Platform/Data/Storage.cs", StringComparison.Ordinal) || file.EndsWith("WaaS.Logistics.Platform/Data/Storage.cs", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_publishes_but_the_relay() =>
        Assert.Empty(Naming(PublishCall(), file => file.EndsWith("/OutboxRelay.cs", StringComparison.Ordinal)));

    [Fact]
    public void The_bus_is_pinned_to_the_last_version_with_a_free_licence()
    {
        var versions = XDocument.Load(Path.Combine(Source.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(p => (string)p.Attribute("Include")!, p => (string)p.Attribute("Version")!);
        Assert.Equal("[8.5.12]", versions["MassTransit"]);
        Assert.Equal("[8.5.12]", versions["MassTransit.RabbitMQ"]);
        Assert.DoesNotContain(versions.Values, version => version.Contains('*'));
    }

    private static IEnumerable<string> Naming(Regex pattern, Func<string, bool> allowed) =>
        Services.Concat(["Platform", "Host"]).SelectMany(Source.Code).Where(file => !allowed(file) && pattern.IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Source.Root, file));

    private static string[] References(string project) =>
        [.. Project(project).Descendants("ProjectReference").Select(reference => ((string)reference.Attribute("Include")!).Split('/')[1].Replace("WaaS.Logistics.", ""))
            .Where(name => project is not ("Rentals" or "Returns" or "Sanitization" or "Refurbishment" or "Resale" or "Custody") || name is not ("Messages" or "Platform"))];

    private static IEnumerable<string> Packages(string project) => Project(project).Descendants("PackageReference").Select(package => (string)package.Attribute("Include")!);

    private static XDocument Project(string project) => XDocument.Load(Path.Combine(Source.Root, $"src/WaaS.Logistics.{project}/WaaS.Logistics.{project}.csproj"));

    [GeneratedRegex(@"^using (MassTransit|Microsoft\.EntityFrameworkCore|Microsoft\.AspNetCore)\b", RegexOptions.Multiline)]
    private static partial Regex FrameworkNames();

    [GeneratedRegex(@"Pictures\.(Decoding|Engine)|\bPictureReader\b|^using WaaS\.Logistics\.Pictures;", RegexOptions.Multiline)]
    private static partial Regex PictureReading();

    [GeneratedRegex(@"^using MassTransit\b", RegexOptions.Multiline)]
    private static partial Regex MassTransitUsing();

    [GeneratedRegex(@"\.Use(Sqlite|Npgsql)\(")]
    private static partial Regex ProviderCall();

    [GeneratedRegex(@"\bbus\.Publish\(|IPublishEndpoint|\bSendEndpoint\b")]
    private static partial Regex PublishCall();
}
