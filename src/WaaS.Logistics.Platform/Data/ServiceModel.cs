using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WaaS.Logistics.Platform.Data;

/// <summary>What all services' models share: names, version token, UTC, enumerations as words.</summary>
internal static class ServiceModel
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<DateTimeOffset>().HaveConversion<NoOffsetsConverter>();
    }

    public static void Finish(ModelBuilder model, string service, StorageKind kind)
    {
        if (kind == StorageKind.Postgres)
            model.HasDefaultSchema(service);
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.IsMappedToJson() || entity.IsOwned() && entity.FindOwnership()!.PrincipalEntityType.GetTableName() == entity.GetTableName())
                continue;
            entity.SetTableName(kind == StorageKind.Sqlite ? $"{service}_{Snake(entity.GetTableName()!)}" : Snake(entity.GetTableName()!));
            if (typeof(Root).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(Root.Version))!.IsConcurrencyToken = true;
            if (typeof(Root).IsAssignableFrom(entity.ClrType) || entity.FindPrimaryKey()?.Properties is [{ ClrType: var key }] && key == typeof(Guid))
                entity.FindPrimaryKey()!.Properties[0].ValueGenerated = ValueGenerated.Never;
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Snake(property.GetColumnName()));
        }
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1])))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : Refuse(value),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime Refuse(DateTime value) =>
            throw new InvalidOperationException($"{value:O} is not UTC: times are kept in UTC and shown in local time.");
    }

    private sealed class NoOffsetsConverter() : ValueConverter<DateTimeOffset, string>(
        value => Refuse<string>(), value => Refuse<DateTimeOffset>())
    {
        private static T Refuse<T>() => throw new InvalidOperationException("SQLite cannot order DateTimeOffset: keep UTC DateTime columns.");
    }
}
