/** Which athlete needs the coach most, and whether a week goes as it was planned. */
package run.harrier.gateway.overview.model;
