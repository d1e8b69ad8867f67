using System.Text;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class JsonBatchTests
{
    [Fact]
    public void A_subject_may_say_otherwise_than_the_batch()
    {
        var entries = Read("""
            {
              "regulation": "ccpa", "formats": ["json"], "receivedAt": "2026-01-31T08:30:00Z",
              "subjects": [
                { "subject": { "phone": "+1 555 123 4567" }, "note": "called" },
                { "subject": { "email": "ada@example.com" }, "regulation": "gdpr", "formats": ["csv"], "type": "portability" }
              ]
            }
            """).Entries;

        Assert.Equal([(1, "ccpa", "json"), (2, "gdpr", "csv")], entries.Select(entry => (entry.Line, entry.Body.Regulation!, entry.Body.Formats![0])));
        Assert.Equal(("+1 555 123 4567", "called", null), (entries[0].Body.Subject!.Phone, entries[0].Body.Note, entries[0].Type));
        Assert.Equal("portability", entries[1].Type);
        Assert.All(entries, entry => Assert.Equal(2026, entry.Body.ReceivedAt?.Year));
    }

    [Fact]
    public void A_passphrase_is_that_of_every_subject() => Assert.All(
        Read("""{"passphrase":"correct horse battery","subjects":[{},{"subject":{"email":"ada@example.com"}}]}""").Entries,
        entry => Assert.Equal("correct horse battery", entry.Body.Passphrase));

    [Fact]
    public void A_byte_order_mark_is_no_part_of_it() => Assert.Single(Read("\ufeff{\"subjects\":[{\"subject\":{\"email\":\"ada@example.com\"}}]}").Entries);

    [Fact]
    public void A_subject_that_is_missing_is_a_line_all_the_same() => Assert.Null(Read("""{"subjects":[null,{}]}""").Entries[0].Body.Subject);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"subjects":[]}""")]
    public void Nobody_is_refused(string body) => Assert.Equal(StatusCodes.Status422UnprocessableEntity, Read(body).Problem?.Status);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("email\nada@example.com")]
    [InlineData("""{"subjects":[{"subject":{"email":5}}]}""")]
    public void What_is_no_such_object_is_refused(string body) => Assert.Equal(StatusCodes.Status400BadRequest, Read(body).Problem?.Status);

    [Fact]
    public void A_value_of_another_type_is_named_by_its_place() =>
        Assert.Contains("subjects[1].subject.email", Read("""{"subjects":[{},{"subject":{"email":5}}]}""").Problem!.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData(5_000, null)]
    [InlineData(5_001, 413)]
    public void A_body_has_5000_people_at_most(int people, int? status) =>
        Assert.Equal(status, Read($$"""{"subjects":[{{string.Join(',', Enumerable.Repeat("{}", people))}}]}""").Problem?.Status);

    private static BatchInput Read(string body) => JsonBatch.Read(Encoding.UTF8.GetBytes(body));
}
