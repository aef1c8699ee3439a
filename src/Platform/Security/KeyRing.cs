using System.Xml.Linq;
using EcoPark.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Security;

/// <summary>A key that cookies and tokens are protected with; sealed, and shared by all nodes.</summary>
public sealed class ProtectionKey
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>XML of the framework.</summary>
    public required string Xml { get; set; }
}

/// <summary>Keeps the framework's key ring in the park's database, so that a cookie of one node is good on all.</summary>
public sealed class KeyRing(IDbContextFactory<ParkDb> databases) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChangesAsync().GetAwaiter().GetResult(); // The framework's interface is synchronous; once in 90 days.
    }
}
