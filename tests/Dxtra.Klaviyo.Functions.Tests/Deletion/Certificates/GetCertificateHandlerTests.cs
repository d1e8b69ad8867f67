using System.Security.Cryptography;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class GetCertificateHandlerTests
{
    [Fact]
    public async Task The_file_is_handed_out_byte_for_byte_and_that_is_logged()
    {
        var fixture = await IssuedAsync();
        var ready = Assert.IsType<HandOutResult.Ready>(await GetAsync(fixture, "json"));

        Assert.Same(fixture.CaseFiles[fixture.Request.Deletion!.Certificate!.BlobName], ready.Content);
        Assert.Equal(("application/json", $"certificate-{fixture.Work.RequestId}-3.json"), (ready.ContentType, ready.FileName));
        var entry = Assert.Single(fixture.Activity.Entries);
        Assert.Equal((ActivityType.CertificateDownload, "user-1", fixture.Work.RequestId, "json"), (entry.Type, entry.Actor, entry.RequestId, entry.Outcome));
    }

    [Fact]
    public async Task Without_a_log_entry_nothing_is_handed_out()
    {
        var fixture = await IssuedAsync();
        fixture.Activity.Fault = new IOException("no log");

        await Assert.ThrowsAsync<IOException>(() => GetAsync(fixture, "json"));
    }

    [Fact]
    public async Task The_document_names_the_checksum_and_the_key_of_the_file_and_nobody()
    {
        var fixture = await IssuedAsync();
        var ready = Assert.IsType<HandOutResult.Ready>(await GetAsync(fixture, "pdf"));
        var text = string.Join('\n', new PdfReading(ready.Content).Elements.Select(element => element.Text));

        Assert.Equal("application/pdf", ready.ContentType);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(fixture.CaseFiles[fixture.Request.Deletion!.Certificate!.BlobName])), text, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(await fixture.Keys.ReadAsync(default)).Key.Kid, text, StringComparison.Ordinal);
        Assert.Contains("verify certificate.json", text, StringComparison.Ordinal);
        Assert.Contains("Events: 1,234 or more and Lists: 1", text, StringComparison.Ordinal);
        Assert.Contains("Deletion of the profile ordered: Klaviyo took the order.", text, StringComparison.Ordinal);
        Assert.All(CertificateFixture.Clear, clear => Assert.DoesNotContain(clear, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("AwaitingIdentity")]
    [InlineData("Running")]
    public async Task Before_the_request_is_completed_there_is_none(string status)
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with
        {
            Status = Enum.Parse<RequestStatus>(status),
            Deletion = request.Deletion! with { Certificate = new("earlier", Some.Now, "earlier.json", "5a") },
        });

        Assert.Equal(new HandOutResult.NotThere(Enum.Parse<RequestStatus>(status)), await GetAsync(fixture, "json"));
        Assert.Empty(fixture.Activity.Entries);
    }

    [Fact]
    public async Task A_request_that_ended_without_one_says_so()
    {
        var fixture = await CertificateFixture.CreateAsync(request => request with { Status = RequestStatus.Cancelled });

        var answer = await (await GetAsync(fixture, "json")).ToAnswer().WriteAsync();

        Assert.Equal((409, "urn:dxtra:klaviyo:certificate-not-ready"), (answer.StatusCode, (string?)answer.Json()["type"]));
    }

    [Fact]
    public async Task Requests_of_another_kind_and_of_another_controller_are_not_found()
    {
        var access = await CertificateFixture.CreateAsync();
        await access.Requests.UpdateAsync(access.Work.ControllerDid, access.Work.RequestId, "test",
            request => request with { Kind = RequestKind.Access, Deletion = null }, default);

        Assert.IsType<HandOutResult.NoRequest>(await GetAsync(access, "json"));
        Assert.IsType<HandOutResult.NoRequest>(await GetAsync(await IssuedAsync(), "json", Some.Controller()));
    }

    [Fact]
    public async Task A_file_that_was_changed_where_it_lies_is_not_handed_out()
    {
        var fixture = await IssuedAsync();
        byte[] changed = [.. fixture.CaseFiles[fixture.Request.Deletion!.Certificate!.BlobName]];
        changed[200] ^= 1;
        fixture.CaseFiles[fixture.Request.Deletion.Certificate.BlobName] = changed;

        await Assert.ThrowsAsync<InvalidOperationException>(() => GetAsync(fixture, "json"));
    }

    private static async Task<CertificateFixture> IssuedAsync()
    {
        var fixture = await CertificateFixture.CreateAsync();
        await fixture.IssueAsync();
        return fixture;
    }

    private static Task<HandOutResult> GetAsync(CertificateFixture fixture, string format, string? controller = null) =>
        new GetCertificateHandler(fixture.Desk).HandleAsync(new(controller ?? fixture.Work.ControllerDid, fixture.Work.RequestId, format, "user-1"), default);
}
