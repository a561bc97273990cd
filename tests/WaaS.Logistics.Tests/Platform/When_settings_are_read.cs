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
        Assert.Contains("amqp://", Refused(("Waas:Storage", "postgres"), (Database, "Host=db"), (Broker, "http://mq")));
    }

    [Theory]
    [InlineData("Waas:Sorage", "sqlite", "Waas:Sorage")]
    [InlineData("Waas:Storage", "mysql", "sqlite or postgres")]
    [InlineData("Waas:Bus", "rabbitmq", "sqlite with embedded")]
    [InlineData("Waas:Services", "returns", "Waas:Storage=postgres")]
    [InlineData("Waas:Services", "returns,shipping", "shipping")]
    [InlineData("Waas:KeepSentDays", "soon", "1 to 365")]
    [InlineData("Waas:PublicUrl", "returns.example.org", "https://")]
    public void A_wrong_key_or_value_is_refused_with_a_sentence_that_names_it(string key, string value, string names) =>
        Assert.Contains(names, Refused((key, value)));

    private static string Refused(params (string Key, string Value)[] values) => Assert.Throws<SettingsException>(() => Read(values)).Message;

    private static PlatformSettings Read(params (string Key, string Value)[] values) =>
        PlatformSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build(), Catalogue);
}
