using WaaS.Logistics.Host;
using WaaS.Logistics.Platform.Data;
using WaaS.Logistics.Tests.Architecture;

namespace WaaS.Logistics.Tests.Platform.Data;

/// <summary>A use that named no table would be passed over without a word, as that of a service that has never run.</summary>
public sealed class When_a_backup_asks_what_blobs_belong_to
{
    [Theory]
    [InlineData(StorageKind.Sqlite, "schema-sqlite.txt")]
    [InlineData(StorageKind.Postgres, "schema-postgres.txt")]
    public void Every_table_and_column_it_asks_is_there(StorageKind kind, string schema)
    {
        var tables = File.ReadAllText(Path.Combine(Source.Root, "tests/WaaS.Logistics.Tests/Approved", schema)).Replace("\"", "", StringComparison.Ordinal).Split("CREATE TABLE ")
            .ToDictionary(table => table.Split(' ')[0]);
        var uses = Catalogue.Services.SelectMany(service => service.Blobs).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Contains($"\n    {use.Column} ", tables[use.On(kind)]));
    }
}
