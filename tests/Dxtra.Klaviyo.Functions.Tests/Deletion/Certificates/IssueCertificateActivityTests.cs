using System.Security.Cryptography;
using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class IssueCertificateActivityTests
{
    [Fact]
    public async Task The_request_says_where_its_certificate_is_and_the_file_is_genuine()
    {
        var fixture = await CertificateFixture.CreateAsync();
        await fixture.IssueAsync();

        var issued = fixture.Request.Deletion!.Certificate!;
        var file = fixture.CaseFiles[issued.BlobName];
        var genuine = Assert.IsType<CertificateVerdict.Genuine>(CertificateVerifier.Verify(file));
        Assert.Equal(($"{fixture.Work.RequestId}-3", fixture.Time.GetUtcNow()), (issued.Id, issued.At));
        Assert.Equal((issued.Id, issued.Sha256), (genuine.Certificate.CertificateId, Convert.ToHexStringLower(SHA256.HashData(file))));
        Assert.Equal(genuine.Kid, Assert.Single(await fixture.Keys.ReadAsync(default)).Key.Kid);
    }

    [Fact]
    public async Task A_second_run_finds_the_first_ones_certificate()
    {
        var fixture = await CertificateFixture.CreateAsync();
        await fixture.IssueAsync();
        var (first, file) = (fixture.Request, fixture.CaseFiles[fixture.Request.Deletion!.Certificate!.BlobName]);

        fixture.Time.Advance(TimeSpan.FromDays(400));
        await fixture.IssueAsync();

        Assert.Equal(first.Deletion!.Certificate, fixture.Request.Deletion!.Certificate);
        Assert.Same(file, fixture.CaseFiles[first.Deletion.Certificate!.BlobName]);
        Assert.Single(await fixture.Keys.ReadAsync(default));
    }

    [Fact]
    public async Task Two_at_the_same_time_issue_one()
    {
        var fixture = await CertificateFixture.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(fixture.IssueAsync)));

        var issued = fixture.Request.Deletion!.Certificate!;
        Assert.Equal(issued.Sha256, Convert.ToHexStringLower(SHA256.HashData(fixture.CaseFiles[issued.BlobName])));
        Assert.Single(fixture.CaseFiles.Names, name => name.Contains("certificate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_was_overtaken_does_not_put_its_certificate_in_the_place_of_the_later_ones()
    {
        var fixture = await CertificateFixture.CreateAsync();
        await fixture.IssueAsync();
        var later = new IssuedCertificate("later", Some.Now, "later.json", "5a");
        await fixture.Requests.UpdateAsync(fixture.Work.ControllerDid, fixture.Work.RequestId, "test",
            request => request with { Run = 4, Deletion = request.Deletion! with { Certificate = later } }, default);

        await fixture.IssueAsync();

        Assert.Equal(later, fixture.Request.Deletion!.Certificate);
    }
}
