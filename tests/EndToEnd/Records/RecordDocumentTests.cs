using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>One set of routes serves all record types; programs see each type by itself.</summary>
public sealed class RecordDocumentTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_has_every_type_with_its_own_fields_and_permissions()
    {
        var client = (await servers.On(Database.Sqlite)).Client;
        var paths = (await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token)).GetProperty("paths");
        paths.EnumerateObject().ShouldNotContain(path => path.Name.Contains("{type}", StringComparison.Ordinal));
        foreach (var type in new[] { "enterprises", "permits", "receptors", "outlet-instruments" })
            paths.EnumerateObject().Count(path => path.Name.StartsWith($"/api/v1/records/{type}/", StringComparison.Ordinal)).ShouldBe(11, type);

        var permits = paths.GetProperty("/api/v1/records/permits");
        var list = permits.GetProperty("get");
        (list.GetProperty("summary").GetString(), list.GetProperty("tags")[0].GetString()).ShouldBe(("排污许可证：列表", "排污许可证"));
        list.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldContain("f.number");
        var save = permits.GetProperty("post");
        save.GetProperty("description").GetString()!.ShouldContain("records.permits.edit");
        var values = save.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties").GetProperty("values");
        values.GetProperty("required").EnumerateArray().Select(one => one.GetString()).ShouldContain("number");
        values.GetProperty("properties").GetProperty("validFrom").GetProperty("format").GetString().ShouldBe("date");
        paths.GetProperty("/api/v1/records/permits/{id}").GetProperty("put").GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()).ShouldBe(["id"]);
    }

    [Fact]
    public async Task An_unknown_type_is_not_found_and_the_right_is_asked_of_the_type_that_is_named()
    {
        var server = await servers.On(Database.Sqlite);
        (await server.Client.GetAsync("/api/v1/records/no-such-type/", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Client.GetAsync("/api/v1/records/Permits/", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var own = await server.Client.NewEnterprise();
        using var enterprise = await RecordApi.SignedIn(server, $"typed-{own}", "enterprise-officer", own);
        (await enterprise.Client.GetAsync("/api/v1/records/permits/", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await enterprise.Client.GetAsync("/api/v1/records/alarm-rules/", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await enterprise.Client.DeleteAsync("/api/v1/records/permits/1?why=x", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await enterprise.Client.GetAsync("/api/v1/records/no-such-type/", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
