using Microsoft.Extensions.Configuration;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Platform.Services;

namespace WaaS.Logistics.Tests.Platform;

public sealed class When_settings_are_read
{
    private static readonly string[] Catalogue = ["rentals", "returns", "sanitization"];
    private const string Database = "ConnectionStrings:Postgres", Broker = "ConnectionStrings:RabbitMq";

    [Fact]
    public void Nothing_at_all_gives_one_process_on_the_embedded_default()
    {
        var settings = Read();
        Assert.Equal(StorageKind.Sqlite, settings.Storage.Kind);
        Assert.Equal(Catalogue, settings.Services);
        Assert.False(settings.IsSplit);
        Assert.Equal(Path.GetFullPath("data"), settings.Storage.DataFolder);
    }

    [Fact]
    public void The_other_pair_needs_both_its_addresses()
    {
        var settings = Read(("Waas:Storage", "postgres"), (Database, "Host=db"), (Broker, "amqp://mq"), ("Waas:Services", "returns"));
        Assert.Equal(StorageKind.Postgres, settings.Storage.Kind);
        Assert.True(settings.IsSplit);
        Assert.Contains("ConnectionStrings:RabbitMq", Refused(("Waas:Storage", "postgres"), (Database, "Host=db")));
        Assert.Contains("ConnectionStrings:Postgres", Refused(("Waas:Storage", "postgres"), (Broker, "amqp://mq")));
        Assert.Contains("Host=", Refused(("Waas:Storage", "postgres"), (Database, "garbage"), (Broker, "amqp://mq")));
        Assert.Contains("Host=", Refused(("Waas:Storage", "postgres"), (Database, "Username=me"), (Broker, "amqp://mq")));
        Assert.Contains("amqp://", Refused(("Waas:Storage", "postgres"), (Database, "Host=db"), (Broker, "http://mq")));
    }

    [Theory]
    [InlineData("Waas:Sorage", "sqlite", "Waas:Sorage")]
    [InlineData("Waas:Storage", "mysql", "sqlite or postgres")]
    [InlineData("Waas:Bus", "rabbitmq", "sqlite with embedded")]
    [InlineData("Waas:Services", "returns", "Waas:Storage=postgres")]
    [InlineData("Waas:Services", "returns,shipping", "shipping")]
    [InlineData("Waas:KeepSentDays", "soon", "1 to 365")]
    [InlineData("Waas:KeepFreeMegabytes", "-1", "0 to 1000000")]
    [InlineData("Waas:PublicUrl", "returns.example.org", "https://")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "http://127.0.0.1:4317")]
    public void A_wrong_key_or_value_is_refused_with_a_sentence_that_names_it(string key, string value, string names) =>
        Assert.Contains(names, Refused((key, value)));

    /// <summary>The approved list is what the reader does, and not a text beside it.</summary>
    [Fact]
    public void A_default_said_aloud_changes_nothing_and_of_the_words_allowed_each_one_is()
    {
        var silent = Read();
        foreach (var setting in PlatformSettings.Known.Where(setting => !setting.Default.StartsWith('(')))
            Assert.Equivalent(silent, Read((setting.Key, setting.Default)), strict: true);
        foreach (var setting in PlatformSettings.Known.Where(setting => setting.Allowed.Contains(" | ")))
        {
            var words = setting.Allowed.Split(" | ");
            Assert.All(words, word => Read([.. Servers, (setting.Key, word), .. word is "sqlite" or "embedded" ? Embedded : []]));
            Assert.All(words, word => Assert.Contains(word, Refused((setting.Key, "neither"))));
        }
    }

    [Fact]
    public void Every_section_of_the_list_is_guarded_against_a_key_that_is_not_on_it()
    {
        foreach (var setting in PlatformSettings.Known.Where(setting => setting.Key.StartsWith(PlatformSettings.Section + ":")))
            Assert.Contains(setting.Key, Refused((PlatformSettings.Section + ":Unheard", "x")));
    }

    private static readonly (string, string)[] Servers = [("Waas:Storage", "postgres"), ("Waas:Bus", "rabbitmq"), (Database, "Host=db"), (Broker, "amqp://mq")];

    private static readonly (string, string)[] Embedded = [("Waas:Storage", "sqlite"), ("Waas:Bus", "embedded")];

    private static string Refused(params (string Key, string Value)[] values) => Assert.Throws<SettingsException>(() => Read(values)).Message;

    private static PlatformSettings Read(params (string Key, string Value)[] values) =>
        PlatformSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.GroupBy(v => v.Key).ToDictionary(v => v.Key, v => (string?)v.Last().Value)).Build(), Catalogue);
}
