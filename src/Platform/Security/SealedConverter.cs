using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EcoPark.Platform.Security;

/// <summary>A column that holds sealed texts, each good in this column alone.</summary>
/// <param name="secrets">Seals and opens.</param>
/// <param name="place">Entity and property.</param>
public sealed class SealedConverter(SecretBox secrets, string place) : ValueConverter<string, string>(plain => secrets.Seal(plain, place), box => secrets.Unseal(box, place))
{
    /// <summary>What its texts are sealed for.</summary>
    public string Place { get; } = place;
}

/// <summary>Says in a model that a column is sealed.</summary>
public static class SealedColumns
{
    /// <summary>Sealed under the master key; whoever reads the database reads nothing.</summary>
    public static PropertyBuilder<string> IsSealed(this PropertyBuilder<string> column, SecretBox secrets)
    {
        column.HasConversion(new SealedConverter(secrets, $"{column.Metadata.DeclaringType.ShortName()}.{column.Metadata.Name}"));
        return column;
    }
}
