using System.Reflection;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Server;
using EcoPark.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace EcoPark.Architecture.Tests;

/// <summary>What modules name fits together: nothing refers to what nobody has registered.</summary>
public sealed class ModuleTests
{
    /// <summary>Pages that show no data, or a person's own alone: whoever has signed in may see them.</summary>
    private static readonly string[] Harmless = ["HomePage", "MessagesPage", "NotFoundPage", "MePage", "SignInPage", "ConsentPage", "NoPermissionPage"];

    [Fact]
    public async Task Every_page_asks_for_a_permission_that_somebody_has_registered()
    {
        await using var park = new Composition();
        string[] known = [.. park.Permissions, Permissions.Any, Permissions.Records];
        var pages = ParkModules.All.Select(module => module.Pages).OfType<Assembly>().Append(typeof(WebModule).Assembly).SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any()).ToList();
        pages.Count.ShouldBeGreaterThan(40);
        pages.Where(page => !Harmless.Contains(page.Name) && !known.Contains(page.GetCustomAttribute<AuthorizeAttribute>()?.Policy)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_field_refers_to_is_a_record_type_a_target_or_a_dictionary_that_somebody_has_registered()
    {
        await using var park = new Composition();
        var targets = park.Targets;
        var fields = park.Records.SelectMany(type => type.Fields.Concat(type.RowTypes.SelectMany(rows => rows.Fields)).Select(field => (Type: type.Name, Field: field))).ToList();
        fields.Count(one => one.Field.Kind == FieldKind.Reference).ShouldBeGreaterThan(20);
        fields.Where(one => one.Field.Kind == FieldKind.Reference && !targets.Contains(one.Field.Target)).Select(one => $"{one.Type}.{one.Field.Name}").ShouldBeEmpty();
        fields.Where(one => one.Field.Kind == FieldKind.Code && !park.Dictionaries.Contains(one.Field.Target)).Select(one => $"{one.Type}.{one.Field.Name}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_entry_of_the_menu_and_every_record_type_stands_in_a_chapter_that_has_its_place()
    {
        await using var park = new Composition();
        var chapters = park.Chapters.Select(chapter => chapter.Title).ToList();
        chapters.Distinct().Count().ShouldBe(chapters.Count);
        park.Menu.Select(entry => entry.Chapter).Concat(park.Records.Select(type => type.Chapter)).Where(chapter => chapter.Length > 0).Distinct().Except(chapters).ShouldBeEmpty();
        park.Menu.Where(entry => !park.Permissions.Contains(entry.Permission) && entry.Permission != Permissions.Records).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_tile_of_the_overview_asks_for_a_permission_and_leads_to_a_page_that_somebody_has()
    {
        await using var park = new Composition();
        var routes = ParkModules.All.Select(module => module.Pages).OfType<Assembly>().Append(typeof(WebModule).Assembly).SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();
        park.Tiles.Count.ShouldBeGreaterThan(20);
        park.Tiles.Where(tile => !park.Permissions.Contains(tile.Permission) && tile.Permission != Permissions.Records).ShouldBeEmpty();
        park.Tiles.Where(tile => !routes.Any(route => Fits(route, tile.Href.Split('?')[0]))).Select(tile => tile.Href).ShouldBeEmpty();
        // Every desk has something, and no title stands twice on one.
        foreach (var desk in Enum.GetValues<Platform.Accounts.Desk>())
        {
            var titles = park.Tiles.Where(tile => tile.Desks.Contains(desk)).Select(tile => tile.Title).ToList();
            titles.Count.ShouldBeGreaterThan(3);
            titles.Distinct().Count().ShouldBe(titles.Count);
        }
    }

    private static bool Fits(string route, string path)
    {
        var (parts, given) = (route.Split('/'), path.Split('/'));
        return parts.Length == given.Length && parts.Zip(given).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }

    [Fact]
    public async Task No_two_modules_name_the_same_permission()
    {
        await using var park = new Composition();
        park.Permissions.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }
}
